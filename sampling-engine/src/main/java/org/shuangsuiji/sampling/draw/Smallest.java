package org.shuangsuiji.sampling.draw;

/** Finds the n-th smallest number without sorting the rest (Hoare's quickselect). */
final class Smallest {
    private Smallest() {}

    /** The number that would stand at place {@code n}, from 0, were the numbers sorted; rearranges them. */
    static long nth(long[] numbers, int n) {
        int low = 0;
        int high = numbers.length - 1;
        while (low < high) {
            long pivot = middle(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swap = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swap;
                }
            }
            if (n <= j) {
                high = j;
            } else if (n >= i) {
                low = i;
            } else {
                return numbers[n];
            }
        }
        return numbers[n];
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
