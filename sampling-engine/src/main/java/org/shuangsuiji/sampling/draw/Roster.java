package org.shuangsuiji.sampling.draw;

/** Whether an entry of inspectors.tsv is one person or a standing group. */
public enum Roster {
    PERSON,
    GROUP
}
