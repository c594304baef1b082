package org.shuangsuiji.offender;

/** Offends: a name says what a thing is. */
public class DateHelper {}
