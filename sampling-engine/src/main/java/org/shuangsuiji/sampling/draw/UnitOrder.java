package org.shuangsuiji.sampling.draw;

import java.util.Arrays;

/** Sorts units that lie one behind the other, without an object for each. */
final class UnitOrder {
    private UnitOrder() {}

    /** The indices of the units in ascending order; a merge sort from the bottom up. */
    static int[] of(byte[] units, int size) {
        int[] from = new int[size];
        Arrays.setAll(from, i -> i);
        int[] to = new int[size];
        for (long width = 1; width < size; width *= 2) {
            for (long low = 0; low < size; low += 2 * width) {
                int middle = (int) Math.min(low + width, size);
                int high = (int) Math.min(low + 2 * width, size);
                merge(units, from, to, (int) low, middle, high);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(byte[] units, int[] from, int[] to, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft = right >= high || (left < middle && compare(units, from[left], from[right]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private static int compare(byte[] units, int left, int right) {
        int a = left * Units.LENGTH;
        int b = right * Units.LENGTH;
        return Arrays.compareUnsigned(units, a, a + Units.LENGTH, units, b, b + Units.LENGTH);
    }
}
