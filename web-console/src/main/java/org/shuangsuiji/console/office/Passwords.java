package org.shuangsuiji.console.office;

/** Turns a password into what may be kept, and compares. */
public interface Passwords {

    String hash(String password);

    boolean matches(String password, String hash);
}
