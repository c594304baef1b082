package org.shuangsuiji.console.campaigns;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.sampling.CampaignRate;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Percent;
import org.shuangsuiji.sampling.digest.Digest;

/** Step 3: how much of each rank, how often at most, and how many go to a visit. */
record RatesForm(
        @Nullable List<@Valid Line> rates,

        @Required @Nullable Integer team,

        @Required @Nullable Integer cap,

        @Required @Nullable BigDecimal reserveRatio,

        @Required @Nullable Integer takeFloor,

        @Required @Nullable Digest digest,

        int lockVersion) {

    /** One rank. */
    record Line(
            short rank,

            @Required @Nullable BigDecimal ratio,

            @Nullable Integer mostVisits,

            @Nullable Integer months) {}

    static RatesForm of(CampaignTerms terms, int lockVersion) {
        return new RatesForm(
                terms.rates().stream()
                        .map(rate -> new Line(
                                rate.rank(), Percent.ofBasisPoints(rate.ratio()), rate.mostVisits(), rate.months()))
                        .toList(),
                terms.team(),
                terms.cap(),
                Percent.ofBasisPoints(terms.reserveRatio()),
                terms.takeFloor(),
                terms.digest(),
                lockVersion);
    }

    CampaignTerms terms(CampaignTerms former) {
        return former.withRates(
                lines().stream()
                        .map(line -> new CampaignRate(
                                line.rank(),
                                Percent.toBasisPoints(requireNonNull(line.ratio())),
                                line.mostVisits(),
                                line.months()))
                        .toList(),
                requireNonNull(team),
                requireNonNull(cap),
                Percent.toBasisPoints(requireNonNull(reserveRatio)),
                requireNonNull(takeFloor),
                requireNonNull(digest));
    }

    public List<Line> lines() {
        return rates == null ? List.of() : rates;
    }

    /** The field of the form for a field of the terms, which names rates by rank. */
    String nameOf(String field) {
        if (!field.startsWith("rates[")) {
            return field;
        }
        short rank = Short.parseShort(field.substring("rates[".length(), field.indexOf(']')));
        for (int i = 0; i < lines().size(); i++) {
            if (lines().get(i).rank() == rank) {
                return "rates[%d]%s".formatted(i, field.substring(field.indexOf(']') + 1));
            }
        }
        return field;
    }
}
