package org.shuangsuiji.sampling.draw;

/** Sorts units that lie one behind the other, without an object for each and without comparing any two. */
final class UnitOrder {
    private static final int SIGNS = 1 << Byte.SIZE;

    private UnitOrder() {}

    /**
     * The indices of the units in ascending order, equal units in the order they came: a radix sort that deals the units
     * out by their last sign, then by the one before it, up to the first.
     */
    static int[] of(byte[] units, int size) {
        int[] from = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        int[] to = new int[size];
        for (int place = Units.LENGTH - 1; place >= 0; place--) {
            int[] starts = starts(units, size, place);
            for (int index : from) {
                to[starts[units[index * Units.LENGTH + place] & 0xff]++] = index;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** For each sign how many units have a lower one in this place. */
    private static int[] starts(byte[] units, int size, int place) {
        int[] counts = new int[SIGNS + 1];
        for (int i = 0; i < size; i++) {
            counts[(units[i * Units.LENGTH + place] & 0xff) + 1]++;
        }
        for (int sign = 0; sign < SIGNS; sign++) {
            counts[sign + 1] += counts[sign];
        }
        return counts;
    }
}
