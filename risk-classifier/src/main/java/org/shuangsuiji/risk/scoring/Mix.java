package org.shuangsuiji.risk.scoring;

/** Spreads a number over all 64 bits (the finaliser of SplitMix64). */
final class Mix {
    private Mix() {}

    static long of(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The same of a sequence: {@code of(of(of(start, a), b), c)}. */
    static long of(long before, long value) {
        return of(before * 0x9e3779b97f4a7c15L + value + 1);
    }
}
