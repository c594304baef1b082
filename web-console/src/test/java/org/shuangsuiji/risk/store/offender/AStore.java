package org.shuangsuiji.risk.store.offender;

/** Opened by an offender in another module. */
public class AStore {}
