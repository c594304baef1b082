package org.shuangsuiji.ingest.reading;

import java.util.List;
import java.util.Set;

/**
 * A column that a kind of record knows.
 *
 * @param place its place in the kind's list
 * @param name the name by which people are told of it
 * @param names every header that means it, folded
 * @param ambiguous headers that mean it only where no other column of the kind claims them first
 */
record Column(int place, String name, Set<String> names, List<String> ambiguous, boolean needed) {}
