package org.shuangsuiji.ingest;

import java.time.LocalDate;

/** What is entered about a confidentiality agreement. */
public record AgreementTerms(String number, LocalDate signedOn, LocalDate beginsOn, LocalDate endsOn, String paper) {
    private static final int NUMBER_MAX = 100;
    private static final int PAPER_MAX = 4000;

    void check() {
        var faults = new TermFaults();
        faults.line(number, 1, NUMBER_MAX, "number");
        faults.lines(paper, 2, PAPER_MAX, "paper");
        faults.unless(!endsOn.isBefore(beginsOn), "endsOn", "agreement-ends-before", beginsOn, endsOn);
        faults.unless(!endsOn.isBefore(signedOn), "signedOn", "agreement-signed-after", signedOn, endsOn);
        faults.refuseIfAny();
    }
}
