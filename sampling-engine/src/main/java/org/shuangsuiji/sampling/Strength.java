package org.shuangsuiji.sampling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.Inspector;

/**
 * Whom a campaign can send on its last day, and whether they are enough for its visits: in all, and wherever these fall,
 * since an inspector may be one for some regions only.
 *
 * @param team persons per visit, one of whom leads
 * @param cap most visits of one inspector
 * @param places where visits may fall, in the order of their first regions
 * @param shortage what an average draw asks of some places beyond those fit for them; null: nothing
 * @param narrow whether a draw that brings clearly more visits to some places than on average asks too much of them
 */
public record Strength(
        int team,
        int cap,
        Place whole,
        List<Place> places,
        @Nullable Shortage shortage,
        boolean narrow) {
    private static final int SHOWN_MAX = 5;

    /** So many standard deviations above the average there is room: about one draw of forty brings more to a place. */
    private static final double ROOM = 2;

    /**
     * Regions and those who may be sent there.
     *
     * @param enterprises how many there may be drawn
     * @param visits how many of them the draw takes on average, rounded down; of the whole list it is exact
     * @param inspectors how many may be sent to any of the regions
     * @param leads how many of them may lead
     */
    public record Place(List<String> regions, int enterprises, long visits, int inspectors, int leads) {
        public Place {
            regions = List.copyOf(regions);
        }

        /** The same with as many visits as those of its parts together, each rounded down. */
        private Place with(long visitsOfParts) {
            return new Place(regions, enterprises, visitsOfParts, inspectors, leads);
        }

        /** The first of its regions, as many as a sentence bears. */
        public List<String> shown() {
            return regions.subList(0, Math.min(regions.size(), SHOWN_MAX));
        }
    }

    /**
     * Seats that are more than those fit for them can take.
     *
     * @param place whose seats they are
     * @param ofLeads whether they are those of leads alone
     */
    public record Shortage(Place place, boolean ofLeads, long seats, long capacity) {}

    public Strength {
        places = List.copyOf(places);
    }

    /** Reckons with the entries that are still valid on the last day, and with leads who have all scopes. */
    static Strength of(List<Inspector> entries, List<String> scopes, CampaignTerms terms, FrameSizes sizes) {
        List<Inspector> valid = entries.stream()
                .filter(entry -> !entry.validUntil().isBefore(terms.ends()))
                .toList();
        BitSet leads = those(valid, entry -> entry.scopes().containsAll(scopes));
        Chances chances = Chances.of(terms, sizes);
        Map<BitSet, List<String>> regionsOf = new LinkedHashMap<>();
        for (String region : sizes.regions()) {
            if (chances.enterprises(List.of(region)) > 0) {
                regionsOf
                        .computeIfAbsent(those(valid, entry -> entry.coversRegion(region)), fit -> new ArrayList<>())
                        .add(region);
            }
        }
        BitSet somewhere =
                regionsOf.isEmpty() ? those(valid, entry -> !entry.regions().isEmpty()) : union(regionsOf.keySet());
        List<BitSet> fits = List.copyOf(regionsOf.keySet());
        List<Place> places = new ArrayList<>();
        regionsOf.forEach((fit, regions) -> places.add(chances.place(regions, fit, leads)));
        Place whole = chances.place(sizes.regions(), somewhere, leads);
        Strength averages = new Strength(terms.team(), terms.cap(), whole, places, null, false);
        if (!averages.unmanned().isEmpty()) {
            return averages;
        }
        List<SeatFlow.Crowd> crowds = crowds(fits, somewhere, leads);
        long[] average = places.stream().mapToLong(Place::visits).toArray();
        long[] many = places.stream()
                .mapToLong(place -> chances.many(place.regions()))
                .toArray();
        return SeatFlow.shortage(average, crowds, terms.team(), terms.cap())
                .map(shortage -> {
                    Place place = chances.place(
                            regions(shortage.places(), places), union(chosen(shortage.places(), fits)), leads);
                    long visits = shortage.places().stream()
                            .mapToLong(i -> average[i])
                            .sum();
                    return averages.with(
                            new Shortage(place.with(visits), shortage.leads(), shortage.seats(), shortage.capacity()),
                            false);
                })
                .orElseGet(() -> averages.with(
                        null,
                        SeatFlow.shortage(many, crowds, terms.team(), terms.cap())
                                .isPresent()));
    }

    private Strength with(@Nullable Shortage found, boolean littleRoom) {
        return new Strength(team, cap, whole, places, found, littleRoom);
    }

    private static <T> List<T> chosen(BitSet numbers, List<T> all) {
        return numbers.stream().mapToObj(all::get).toList();
    }

    private static List<String> regions(BitSet numbers, List<Place> places) {
        return chosen(numbers, places).stream()
                .map(Place::regions)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private static List<SeatFlow.Crowd> crowds(List<BitSet> fits, BitSet inspectors, BitSet leads) {
        Map<BitSet, int[]> sizes = new LinkedHashMap<>();
        inspectors.stream().forEach(inspector -> {
            BitSet places = those(fits, fit -> fit.get(inspector));
            sizes.computeIfAbsent(places, same -> new int[2])[leads.get(inspector) ? 1 : 0]++;
        });
        List<SeatFlow.Crowd> crowds = new ArrayList<>();
        sizes.forEach((places, count) -> {
            crowds.add(new SeatFlow.Crowd(count[0], false, places));
            crowds.add(new SeatFlow.Crowd(count[1], true, places));
        });
        return crowds;
    }

    private static BitSet union(Collection<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union;
    }

    private static <T> BitSet those(List<T> all, Predicate<T> fit) {
        BitSet those = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            those.set(i, fit.test(all.get(i)));
        }
        return those;
    }

    /** The strata that are drawn from; within one every unit has the same chance. */
    private record Chances(FrameSizes sizes, List<Stratum> strata) {
        /** What is lost where hundredths of visits are added up. */
        private static final double LOST = 1e-9;

        private record Stratum(short rank, int take, int size) {}

        static Chances of(CampaignTerms terms, FrameSizes sizes) {
            return new Chances(
                    sizes,
                    terms.rates().stream()
                            .map(rate -> {
                                int size = sizes.of(rate.rank());
                                return new Stratum(rate.rank(), rate.takeOf(size, terms.takeFloor()), size);
                            })
                            .filter(stratum -> stratum.take > 0)
                            .toList());
        }

        int enterprises(Collection<String> regions) {
            return strata.stream()
                    .mapToInt(stratum -> sizes.of(regions, stratum.rank))
                    .sum();
        }

        private double average(Collection<String> regions) {
            return strata.stream()
                    .mapToDouble(stratum -> (double) stratum.take * sizes.of(regions, stratum.rank) / stratum.size)
                    .sum();
        }

        /** A number that a draw seldom exceeds: of each stratum as many are drawn here as a hypergeometric law says. */
        long many(Collection<String> regions) {
            double variance = strata.stream()
                    .filter(stratum -> stratum.size > 1)
                    .mapToDouble(stratum -> {
                        double share = (double) sizes.of(regions, stratum.rank) / stratum.size;
                        double left = (double) (stratum.size - stratum.take) / (stratum.size - 1);
                        return stratum.take * share * (1 - share) * left;
                    })
                    .sum();
            double many = average(regions) + ROOM * Math.sqrt(variance);
            return Math.min(enterprises(regions), (long) Math.ceil(many - LOST));
        }

        Place place(Collection<String> regions, BitSet fit, BitSet leads) {
            BitSet leading = (BitSet) fit.clone();
            leading.and(leads);
            return new Place(
                    List.copyOf(regions),
                    enterprises(regions),
                    (long) Math.floor(average(regions) + LOST),
                    fit.cardinality(),
                    leading.cardinality());
        }
    }

    /** Persons needed: visits times team. */
    public long seats(Place place) {
        return place.visits() * team;
    }

    /** The most seats those fit for the place can take. */
    public long capacity(Place place) {
        return (long) place.inspectors() * cap;
    }

    /** The most visits those who may lead there can lead. */
    public long leadCapacity(Place place) {
        return (long) place.leads() * cap;
    }

    /** Whether those fit for the place make a team, which every visit needs. */
    public boolean manned(Place place) {
        return place.inspectors() >= team && place.leads() > 0;
    }

    /** Whether those fit for the place can make its visits, all of them led. */
    public boolean suffices(Place place) {
        return seats(place) <= capacity(place) && place.visits() <= leadCapacity(place);
    }

    /** Places with enterprises to draw whom nobody may visit. */
    public List<Place> unmanned() {
        return places.stream().filter(place -> !manned(place)).toList();
    }

    /** What keeps the list from being frozen: places that nobody may visit, else those that have too few between them. */
    public List<Place> tight() {
        return shortage == null ? unmanned() : List.of(shortage.place());
    }

    /** Whether there are people for all visits, wherever they fall on average. */
    public boolean enough() {
        return manned(whole) && suffices(whole) && tight().isEmpty();
    }
}
