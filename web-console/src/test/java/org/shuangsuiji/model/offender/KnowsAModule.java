package org.shuangsuiji.model.offender;

import org.shuangsuiji.console.Shuangsuiji;

/** Offends: core-model knows nobody. */
public class KnowsAModule {
    Class<?> known = Shuangsuiji.class;
}
