package org.shuangsuiji.sampling.draw;

/** Whether strata tell grades, and so stay secret, or not (DR-1 §1, 6). */
public enum Mode {
    OPEN,
    SEALED
}
