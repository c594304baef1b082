package org.shuangsuiji.sampling.draw;

/** Which draw this one replaces, and why. */
public record Supersession(String draw, String reason) {
    public Supersession {
        Texts.requireName("supersedes", draw);
    }
}
