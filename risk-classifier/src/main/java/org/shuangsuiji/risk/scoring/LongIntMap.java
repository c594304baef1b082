package org.shuangsuiji.risk.scoring;

import java.util.Arrays;

/** From long to int without an object per entry; a key that is absent has the value that the map was made with. */
final class LongIntMap {
    private static final int FULL_PERCENT = 60;

    private final int absent;
    private long[] keys;
    private int[] values;
    private boolean[] taken;
    private int size;

    LongIntMap(int expected, int absent) {
        this.absent = absent;
        int capacity = Integer.highestOneBit(Math.max(15, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        values = new int[capacity];
        taken = new boolean[capacity];
    }

    int get(long key) {
        int slot = slot(key);
        return taken[slot] ? values[slot] : absent;
    }

    void put(long key, int value) {
        int slot = slot(key);
        if (!taken[slot]) {
            taken[slot] = true;
            keys[slot] = key;
            size++;
            values[slot] = value;
            if (size * 100L > (long) keys.length * FULL_PERCENT) {
                grow();
            }
            return;
        }
        values[slot] = value;
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) Mix.of(key) & mask;
        while (taken[slot] && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        boolean[] oldTaken = taken;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        taken = new boolean[oldKeys.length * 2];
        Arrays.fill(taken, false);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldTaken[i]) {
                int slot = slot(oldKeys[i]);
                taken[slot] = true;
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
