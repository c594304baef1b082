package org.shuangsuiji.risk.scoring;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Who is told to be related to whom. Filled by one thread, closed, then only read; the order in which edges come does not
 * matter. A person stands between two enterprises as a node of its own, with a negative number.
 */
final class Graph {
    private final int day;
    private final boolean throughPersons;
    private final LongIntMap places = new LongIntMap(1024, -1);
    private long[] nodes = new long[64];
    private int size;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] until = new int[64];
    private int edges;
    private int[] first = new int[0];
    private int[] ends = new int[0];
    private int[] nextDay = new int[0];

    /**
     * A graph on a day.
     *
     * @param throughPersons whether every other node on a way is a person
     */
    Graph(int day, boolean throughPersons) {
        this.day = day;
        this.throughPersons = throughPersons;
    }

    /** A relation that stands from a day until another; one that is over says nothing. */
    void add(long one, long other, int eventDay, int untilDay) {
        if (one == other || untilDay <= day || untilDay <= eventDay) {
            return;
        }
        if (edges == from.length) {
            from = Arrays.copyOf(from, edges * 2);
            to = Arrays.copyOf(to, edges * 2);
            until = Arrays.copyOf(until, edges * 2);
        }
        from[edges] = place(one);
        to[edges] = place(other);
        // one of the future is kept for the day it begins, and leads nowhere until then
        until[edges++] = eventDay > day ? -eventDay : untilDay;
    }

    private int place(long node) {
        int place = places.get(node);
        if (place < 0) {
            if (size == nodes.length) {
                nodes = Arrays.copyOf(nodes, size * 2);
            }
            place = size++;
            nodes[place] = node;
            places.put(node, place);
        }
        return place;
    }

    /** No more edges come. */
    void close() {
        int[] degree = new int[size + 1];
        nextDay = new int[size];
        Arrays.fill(nextDay, Days.NEVER);
        for (int i = 0; i < edges; i++) {
            int change = Math.abs(until[i]);
            nextDay[from[i]] = Math.min(nextDay[from[i]], change);
            nextDay[to[i]] = Math.min(nextDay[to[i]], change);
            if (until[i] > 0) {
                degree[from[i]]++;
                degree[to[i]]++;
            }
        }
        first = new int[size + 1];
        for (int i = 0; i < size; i++) {
            first[i + 1] = first[i] + degree[i];
        }
        ends = new int[first[size]];
        int[] at = Arrays.copyOf(first, size + 1);
        for (int i = 0; i < edges; i++) {
            if (until[i] > 0) {
                ends[at[from[i]]++] = to[i];
                ends[at[to[i]]++] = from[i];
            }
        }
    }

    boolean knows(long enterpriseId) {
        return places.get(enterpriseId) >= 0;
    }

    /**
     * Hands over every other enterprise within so many steps, each once.
     *
     * @return the next day on which time alone changes who they are
     */
    int around(long enterpriseId, int steps, LongConsumer other) {
        int start = places.get(enterpriseId);
        if (start < 0) {
            return Days.NEVER;
        }
        int hops = throughPersons ? 2 * steps : steps;
        LongIntMap seen = new LongIntMap(16, -1);
        seen.put(start, 0);
        int[] queue = new int[16];
        int length = 1;
        queue[0] = start;
        int change = Days.NEVER;
        for (int head = 0; head < length; head++) {
            int node = queue[head];
            int distance = seen.get(node);
            if (distance == hops) {
                continue;
            }
            change = Math.min(change, nextDay[node]);
            for (int edge = first[node]; edge < first[node + 1]; edge++) {
                int end = ends[edge];
                if (seen.get(end) >= 0) {
                    continue;
                }
                seen.put(end, distance + 1);
                if (length == queue.length) {
                    queue = Arrays.copyOf(queue, length * 2);
                }
                queue[length++] = end;
                if (nodes[end] > 0) {
                    other.accept(nodes[end]);
                }
            }
        }
        return change;
    }
}
