package org.shuangsuiji.sampling;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Whether the seats of visits find their persons, as the largest flow from the visits of each place to those who may make
 * them. Where not every seat finds one, the smallest cut names the places that have too few between them (Ford and
 * Fulkerson, Maximal Flow Through a Network, 1956). Seats of leads and of members are apart, and nobody sits twice in one
 * visit.
 */
final class SeatFlow {

    /** Inspectors who are alike: fit for the same places, and all of them leads or none. */
    record Crowd(int inspectors, boolean lead, BitSet places) {}

    /**
     * Seats that are more than those fit for them can take.
     *
     * @param places whose seats they are
     * @param leads whether seats of leads alone
     */
    record Shortage(BitSet places, boolean leads, long seats, long capacity) {}

    private enum Role {
        VISITS,
        LEAD_SEATS,
        MEMBER_SEATS,
        CROWD_IN_PLACE,
        CROWD,
        PERSONS
    }

    private record Node(Role role, int place, int crowd) {}

    private static final Node VISITS = new Node(Role.VISITS, 0, 0);
    private static final Node PERSONS = new Node(Role.PERSONS, 0, 0);
    /** More than any draw has seats, and still a whole number of the doubles that the library reckons with. */
    private static final double UNBOUNDED = 1e12;

    private final Graph<Node, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    private final long[] visits;
    private final int team;

    private SeatFlow(long[] visits, int team) {
        this.visits = visits.clone();
        this.team = team;
        graph.addVertex(VISITS);
        graph.addVertex(PERSONS);
    }

    /**
     * The seats that find nobody, if there are any.
     *
     * @param visits of each place
     * @param team persons per visit, one of whom leads
     * @param cap most visits of one person
     */
    static Optional<Shortage> shortage(long[] visits, List<Crowd> crowds, int team, int cap) {
        SeatFlow flow = new SeatFlow(visits, team);
        for (int crowd = 0; crowd < crowds.size(); crowd++) {
            flow.join(crowd, crowds.get(crowd), cap);
        }
        for (int place = 0; place < visits.length; place++) {
            flow.seat(place);
        }
        return flow.shortage();
    }

    private void join(int number, Crowd crowd, int cap) {
        Node all = new Node(Role.CROWD, 0, number);
        edge(all, PERSONS, (double) crowd.inspectors() * cap);
        crowd.places().stream().filter(place -> visits[place] > 0).forEach(place -> {
            Node here = new Node(Role.CROWD_IN_PLACE, place, number);
            edge(here, all, (double) crowd.inspectors() * visits[place]);
            edge(new Node(Role.MEMBER_SEATS, place, 0), here, UNBOUNDED);
            if (crowd.lead()) {
                edge(new Node(Role.LEAD_SEATS, place, 0), here, UNBOUNDED);
            }
        });
    }

    private void seat(int place) {
        edge(VISITS, new Node(Role.LEAD_SEATS, place, 0), (double) visits[place]);
        edge(VISITS, new Node(Role.MEMBER_SEATS, place, 0), memberSeats(place));
    }

    private void edge(Node from, Node to, double capacity) {
        graph.addVertex(from);
        graph.addVertex(to);
        graph.setEdgeWeight(graph.addEdge(from, to), capacity);
    }

    private double memberSeats(int place) {
        return (double) visits[place] * (team - 1);
    }

    private Optional<Shortage> shortage() {
        var search = new PushRelabelMFImpl<>(graph);
        long seated = Math.round(search.calculateMinCut(VISITS, PERSONS));
        long wanted = 0;
        for (long each : visits) {
            wanted += each * team;
        }
        return seated == wanted ? Optional.empty() : Optional.of(behind(search.getSourcePartition(), wanted - seated));
    }

    private Shortage behind(Set<Node> cut, long unseated) {
        BitSet places = new BitSet();
        boolean leads = true;
        double seats = 0;
        for (int place = 0; place < visits.length; place++) {
            if (cut.contains(new Node(Role.LEAD_SEATS, place, 0))) {
                places.set(place);
                seats += visits[place];
            }
            if (cut.contains(new Node(Role.MEMBER_SEATS, place, 0))) {
                places.set(place);
                seats += memberSeats(place);
                leads = false;
            }
        }
        return new Shortage(places, leads, Math.round(seats), Math.round(seats) - unseated);
    }
}
