package org.shuangsuiji.sampling.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shuangsuiji.sampling.canonical.Utf8;

/**
 * The closed list a department draws from, sorted by unit. It is kept in columns, since a frame may have a million
 * units: 26 bytes to a unit, beside the distinct strata and regions.
 */
public final class Frame {
    private final int size;
    private final byte[] units;
    private final int[] strata;
    private final int[] regions;
    private final List<String> stratumIds;
    private final List<String> regionCodes;

    private Frame(
            int size, byte[] units, int[] strata, int[] regions, List<String> stratumIds, List<String> regionCodes) {
        this.size = size;
        this.units = units;
        this.strata = strata;
        this.regions = regions;
        this.stratumIds = List.copyOf(stratumIds);
        this.regionCodes = List.copyOf(regionCodes);
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return size;
    }

    public String unit(int index) {
        return new String(units, index * Units.LENGTH, Units.LENGTH, StandardCharsets.US_ASCII);
    }

    public String stratum(int index) {
        return stratumIds.get(strata[index]);
    }

    public String region(int index) {
        return regionCodes.get(regions[index]);
    }

    /** Where the unit stands in the list, if it does. */
    public OptionalInt indexOf(String unit) {
        int place = placeOf(unit);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The index of the unit, or {@code -(place where it would stand) - 1} when it is not in the frame. */
    int placeOf(String unit) {
        byte[] sought = unit.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle * Units.LENGTH;
            int order = Arrays.compareUnsigned(units, at, at + Units.LENGTH, sought, 0, sought.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** How many units each stratum has that has any, by stratum id. */
    public SortedMap<String, Integer> sizes() {
        int[] counts = new int[stratumIds.size()];
        for (int i = 0; i < size; i++) {
            counts[strata[i]]++;
        }
        SortedMap<String, Integer> sizes = new TreeMap<>(Utf8.ORDER);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                sizes.put(stratumIds.get(i), counts[i]);
            }
        }
        return sizes;
    }

    /** Writes the bytes of frame-n.tsv. */
    public void writeTo(OutputStream out) throws IOException {
        writeTo(out, 0, size);
    }

    /** Writes the rows of the units from {@code from} to before {@code to}. */
    public void writeTo(OutputStream out, int from, int to) throws IOException {
        List<byte[]> stratumBytes = encoded(stratumIds, "\t");
        List<byte[]> regionBytes = encoded(regionCodes, "\n");
        for (int i = from; i < to; i++) {
            out.write(units, i * Units.LENGTH, Units.LENGTH);
            out.write('\t');
            out.write(stratumBytes.get(strata[i]));
            out.write(regionBytes.get(regions[i]));
        }
    }

    byte[] unitBytes() {
        return units;
    }

    /** What stands behind the salted part of a leaf, {@code stratum LF region}; every pair of them, ready made. */
    LeafTexts leafTexts() {
        return new LeafTexts();
    }

    /** For each unit the number of its stratum in this list of ids, all of which the frame's strata must be among. */
    int[] numbersIn(List<String> ids) {
        int[] numbers = new int[stratumIds.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ids.indexOf(stratumIds.get(i));
        }
        int[] result = new int[size];
        for (int i = 0; i < size; i++) {
            result[i] = numbers[strata[i]];
        }
        return result;
    }

    private static List<byte[]> encoded(List<String> texts, String end) {
        return texts.stream()
                .map(text -> (text + end).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The texts {@code stratum LF region} of the units. */
    final class LeafTexts {
        private final List<byte[]> stratumBytes = encoded(stratumIds, "\n");
        private final List<byte[]> regionBytes = encoded(regionCodes, "");

        /** Room for the longest text. */
        int lengthMax() {
            return longest(stratumBytes) + longest(regionBytes);
        }

        /** Writes the text of a unit and says where it ends. */
        int write(int index, byte[] out, int offset) {
            byte[] stratum = stratumBytes.get(strata[index]);
            byte[] region = regionBytes.get(regions[index]);
            System.arraycopy(stratum, 0, out, offset, stratum.length);
            System.arraycopy(region, 0, out, offset + stratum.length, region.length);
            return offset + stratum.length + region.length;
        }

        private static int longest(List<byte[]> texts) {
            return texts.stream().mapToInt(text -> text.length).max().orElse(0);
        }
    }

    /** Takes the units in any order; {@link #build} sorts them. */
    public static final class Builder {
        private static final int SIZE_MAX = Integer.MAX_VALUE / Units.LENGTH - 1;

        private int size;
        private byte[] units = new byte[1024 * Units.LENGTH];
        private int[] strata = new int[1024];
        private int[] regions = new int[1024];
        private final Map<String, Integer> stratumIds = new HashMap<>();
        private final Map<String, Integer> regionCodes = new HashMap<>();
        private boolean sorted = true;
        private int[] order = new int[0];

        private Builder() {}

        public Builder add(String unit, String stratum, String region) {
            byte[] bytes = unit.getBytes(StandardCharsets.UTF_8);
            if (!Units.isUnit(bytes, 0, bytes.length)) {
                throw new IllegalArgumentException("A unit has 18 digits or capital letters; got '%s'".formatted(unit));
            }
            add(bytes, 0, stratumNumber(stratum), regionNumber(region));
            return this;
        }

        /** The number of a stratum id, which is checked when it is new. */
        int stratumNumber(String stratum) {
            Integer known = stratumIds.get(stratum);
            if (known == null) {
                Texts.requireName("stratum", stratum);
                known = stratumIds.size();
                stratumIds.put(stratum, known);
            }
            return known;
        }

        /** The number of a region code, which is checked when it is new. */
        int regionNumber(String region) {
            Integer known = regionCodes.get(region);
            if (known == null) {
                if (!Units.isRegion(region)) {
                    throw new IllegalArgumentException("A region has 6, 9 or 12 digits; got '%s'".formatted(region));
                }
                known = regionCodes.size();
                regionCodes.put(region, known);
            }
            return known;
        }

        /** Adds a unit whose form has been checked; says whether it stands behind the one before it. */
        boolean add(byte[] unit, int offset, int stratum, int region) {
            if (size == SIZE_MAX) {
                throw new IllegalArgumentException("A frame holds at most %d units".formatted(SIZE_MAX));
            }
            if (size == strata.length) {
                int room = (int) Math.min(SIZE_MAX, size * 2L);
                units = Arrays.copyOf(units, room * Units.LENGTH);
                strata = Arrays.copyOf(strata, room);
                regions = Arrays.copyOf(regions, room);
            }
            int at = size * Units.LENGTH;
            System.arraycopy(unit, offset, units, at, Units.LENGTH);
            strata[size] = stratum;
            regions[size] = region;
            boolean rises =
                    size == 0 || Arrays.compareUnsigned(units, at - Units.LENGTH, at, units, at, at + Units.LENGTH) < 0;
            sorted &= rises;
            size++;
            return rises;
        }

        public int size() {
            return size;
        }

        /** The frame of all units added, each of which may stand in it once. */
        public Frame build() {
            if (size == 0) {
                throw new IllegalArgumentException("A frame is not empty");
            }
            if (!sorted) {
                return sorted(order());
            }
            return new Frame(
                    size,
                    Arrays.copyOf(units, size * Units.LENGTH),
                    Arrays.copyOf(strata, size),
                    Arrays.copyOf(regions, size),
                    byNumber(stratumIds),
                    byNumber(regionCodes));
        }

        /** For each place in the frame, when the unit that stands there was added, from 0. */
        public int[] order() {
            if (order.length != size) {
                order = UnitOrder.of(units, size);
            }
            return order.clone();
        }

        private Frame sorted(int[] order) {
            byte[] sortedUnits = new byte[size * Units.LENGTH];
            int[] sortedStrata = new int[size];
            int[] sortedRegions = new int[size];
            for (int i = 0; i < size; i++) {
                int from = order[i];
                int at = i * Units.LENGTH;
                System.arraycopy(units, from * Units.LENGTH, sortedUnits, at, Units.LENGTH);
                sortedStrata[i] = strata[from];
                sortedRegions[i] = regions[from];
                if (i > 0 && Arrays.equals(sortedUnits, at - Units.LENGTH, at, sortedUnits, at, at + Units.LENGTH)) {
                    throw new IllegalArgumentException("Unit '%s' stands in the frame twice"
                            .formatted(new String(sortedUnits, at, Units.LENGTH, StandardCharsets.US_ASCII)));
                }
            }
            return new Frame(
                    size, sortedUnits, sortedStrata, sortedRegions, byNumber(stratumIds), byNumber(regionCodes));
        }

        private static List<String> byNumber(Map<String, Integer> numbers) {
            String[] texts = new String[numbers.size()];
            numbers.forEach((text, number) -> texts[number] = text);
            return List.of(texts);
        }
    }
}
