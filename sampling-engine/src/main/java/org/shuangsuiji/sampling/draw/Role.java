package org.shuangsuiji.sampling.draw;

/** What a seat of a team is for. */
public enum Role {
    LEAD,
    MEMBER
}
