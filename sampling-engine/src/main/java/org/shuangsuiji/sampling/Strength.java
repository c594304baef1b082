package org.shuangsuiji.sampling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.shuangsuiji.sampling.draw.Inspector;

/**
 * Whom a campaign can send on its last day, and whether they are enough for its visits: in all, and in each place, since
 * an inspector may be one for some regions only.
 *
 * @param team persons per visit, one of whom leads
 * @param cap most visits of one inspector
 * @param places where visits may fall, in the order of their first regions
 */
public record Strength(int team, int cap, Place whole, List<Place> places) {
    private static final int SHOWN_MAX = 5;

    /**
     * All regions into which the same inspectors may be sent.
     *
     * @param enterprises how many there may be drawn
     * @param visits how many of them the draw takes on average, rounded; of the whole list it is exact
     * @param inspectors how many may be sent there
     * @param leads how many of them may lead
     */
    public record Place(List<String> regions, int enterprises, long visits, int inspectors, int leads) {
        public Place {
            regions = List.copyOf(regions);
        }

        /** The first of its regions, as many as a sentence bears. */
        public List<String> shown() {
            return regions.subList(0, Math.min(regions.size(), SHOWN_MAX));
        }
    }

    public Strength {
        places = List.copyOf(places);
    }

    /** Reckons with the entries that are still valid on the last day, and with leads who have all scopes. */
    static Strength of(List<Inspector> entries, List<String> scopes, CampaignTerms terms, FrameSizes sizes) {
        List<Inspector> valid = entries.stream()
                .filter(entry -> !entry.validUntil().isBefore(terms.ends()))
                .toList();
        BitSet leads = those(valid, entry -> entry.scopes().containsAll(scopes));
        List<Chance> chances = Chance.of(terms, sizes);
        Map<BitSet, List<String>> regionsOf = new LinkedHashMap<>();
        BitSet somewhere = new BitSet();
        for (String region : sizes.regions()) {
            if (enterprises(List.of(region), sizes, chances) > 0) {
                BitSet fit = those(valid, entry -> entry.coversRegion(region));
                somewhere.or(fit);
                regionsOf.computeIfAbsent(fit, same -> new ArrayList<>()).add(region);
            }
        }
        if (regionsOf.isEmpty()) {
            somewhere = those(valid, entry -> !entry.regions().isEmpty());
        }
        List<Place> places = new ArrayList<>();
        regionsOf.forEach((fit, regions) -> places.add(place(regions, sizes, chances, fit, leads)));
        Place whole = place(sizes.regions(), sizes, chances, somewhere, leads);
        return new Strength(terms.team(), terms.cap(), whole, places);
    }

    private static BitSet those(List<Inspector> entries, Predicate<Inspector> fit) {
        BitSet those = new BitSet(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            those.set(i, fit.test(entries.get(i)));
        }
        return those;
    }

    /** A stratum that is drawn from: every unit of it has the same chance. */
    private record Chance(short rank, int take, int size) {

        static List<Chance> of(CampaignTerms terms, FrameSizes sizes) {
            return terms.rates().stream()
                    .map(rate -> {
                        int size = sizes.of(rate.rank());
                        return new Chance(rate.rank(), rate.takeOf(size, terms.takeFloor()), size);
                    })
                    .filter(chance -> chance.take > 0)
                    .toList();
        }
    }

    private static int enterprises(Collection<String> regions, FrameSizes sizes, List<Chance> chances) {
        int enterprises = 0;
        for (Chance chance : chances) {
            enterprises += sizes.of(regions, chance.rank);
        }
        return enterprises;
    }

    private static Place place(
            Collection<String> regions, FrameSizes sizes, List<Chance> chances, BitSet fit, BitSet leads) {
        double visits = 0;
        for (Chance chance : chances) {
            visits += (double) chance.take * sizes.of(regions, chance.rank) / chance.size;
        }
        BitSet leading = (BitSet) fit.clone();
        leading.and(leads);
        return new Place(
                List.copyOf(regions),
                enterprises(regions, sizes, chances),
                Math.round(visits),
                fit.cardinality(),
                leading.cardinality());
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

    /** Places that nobody may visit, or to which an average draw brings more visits than can be made. */
    public List<Place> tight() {
        return places.stream()
                .filter(place -> !manned(place) || !suffices(place))
                .toList();
    }

    /** Whether there are people for all visits, wherever they fall on average. */
    public boolean enough() {
        return manned(whole) && suffices(whole) && tight().isEmpty();
    }
}
