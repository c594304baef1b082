package org.shuangsuiji.risk.model;

import org.shuangsuiji.model.Rank;

/**
 * A fact that decides whatever the score says (直接判定): a floor the rank does not fall below, or a ceiling it does
 * not rise above.
 *
 * @param basis the law or document that gives it this weight, in Chinese
 * @param indicator the code of the indicator whose value is asked
 * @param from the smallest value that triggers it
 */
public record Veto(String code, Words name, String basis, String indicator, long from, Effect effect, Rank rank) {

    /** Which way it moves the rank. */
    public enum Effect {
        /** The rank is at least this high a risk. */
        FLOOR,
        /** The rank is at most this high a risk, unless a floor says otherwise. */
        CEILING
    }

    public Veto withRank(Rank newRank) {
        return new Veto(code, name, basis, indicator, from, effect, newRank);
    }
}
