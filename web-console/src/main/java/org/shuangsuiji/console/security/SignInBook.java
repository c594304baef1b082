package org.shuangsuiji.console.security;

import org.shuangsuiji.console.office.People;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who came, who was refused and who left. */
@Service
class SignInBook {
    private final Ledger ledger;
    private final People people;

    SignInBook(Ledger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    @Transactional
    public void signedIn(OfficeUser user, String address) {
        ledger.record(LedgerEntry.of(LedgerEvent.SIGNED_IN, user.actor(), "person", user.personId())
                .with("address", address));
    }

    @Transactional
    public void signedOut(OfficeUser user) {
        ledger.record(LedgerEntry.of(LedgerEvent.SIGNED_OUT, user.actor(), "person", user.personId()));
    }

    /** An unknown account is not kept: people type passwords into the wrong field. */
    @Transactional
    public void refused(String account, String address) {
        Object who = people.byAccount(account).map(it -> (Object) it.id()).orElse("unknown");
        ledger.record(LedgerEntry.of(LedgerEvent.SIGN_IN_REFUSED, Actor.SYSTEM, "person", who)
                .with("address", address));
    }
}
