package org.shuangsuiji.sampling;

/**
 * A closed list of the same item in the same office, of which visits are still owed.
 *
 * @param drawn whether it was drawn already, or still waits for its sources
 * @param visits how many visits it drew, or is to draw
 * @param finished of how many of them the result is handed in
 */
public record StandingList(
        long drawId, long campaignId, String number, String name, boolean drawn, int visits, int finished) {

    public int unfinished() {
        return visits - finished;
    }
}
