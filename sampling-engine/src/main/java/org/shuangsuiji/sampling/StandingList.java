package org.shuangsuiji.sampling;

/**
 * A closed list of the same item in the same office that a further one has to name: visits of it are still owed, or it
 * ended without a draw and no later one has named it.
 *
 * @param visits how many visits it drew, is to draw, or was to draw when it ended
 * @param finished of how many of them the result is handed in
 */
public record StandingList(
        long drawId, long campaignId, String number, String name, State state, int visits, int finished) {

    /** How far it came. */
    public enum State {
        /** Closed, and its sources have not all spoken. */
        WAITING,
        DRAWN,
        /** Abandoned or failed in public: nobody was drawn, and nobody is visited for it. */
        ENDED
    }

    public boolean drawn() {
        return state == State.DRAWN;
    }

    public boolean ended() {
        return state == State.ENDED;
    }

    /** How many visits are still owed. */
    public int unfinished() {
        return ended() ? 0 : visits - finished;
    }
}
