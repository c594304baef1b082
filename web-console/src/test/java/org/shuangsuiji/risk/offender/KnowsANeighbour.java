package org.shuangsuiji.risk.offender;

import org.shuangsuiji.sampling.VerifyDraw;

/** Offends: the middle modules never know each other. */
public class KnowsANeighbour {
    Class<?> known = VerifyDraw.class;
}
