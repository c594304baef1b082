package org.shuangsuiji.sampling;

/** Where the secret bytes come from that hide a frame until it is opened; they add nothing to what is drawn. */
@FunctionalInterface
public interface Chance {

    /** So many bytes that nobody can foretell. */
    byte[] bytes(int count);
}
