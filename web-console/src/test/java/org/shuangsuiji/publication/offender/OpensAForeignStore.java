package org.shuangsuiji.publication.offender;

import org.shuangsuiji.risk.store.offender.AStore;

/** Offends: nobody outside a module opens its store. */
public class OpensAForeignStore {
    AStore store = new AStore();
}
