package org.shuangsuiji.ingest;

/**
 * How many stand in the directory of a month in one area.
 *
 * @param area the digits with which its regions begin; empty where none is known
 * @param movedIn from another of these areas, or from outside
 */
public record DirectoryCount(String area, long members, long came, long gone, long movedIn, long movedOut) {}
