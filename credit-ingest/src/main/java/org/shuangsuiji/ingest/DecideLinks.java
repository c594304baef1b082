package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.Instant;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TypedCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides of two identities that may be one subject; each decision has a reason and regrades both. */
@Service
public class DecideLinks {
    private static final int REASON_MIN = 4;
    private static final int REASON_MAX = 500;

    private final Links links;
    private final Enterprises enterprises;
    private final LinkBook book;
    private final Ledger ledger;
    private final FollowUps followUps;
    private final Clock clock;

    DecideLinks(Links links, Enterprises enterprises, LinkBook book, Ledger ledger, FollowUps followUps, Clock clock) {
        this.links = links;
        this.enterprises = enterprises;
        this.book = book;
        this.ledger = ledger;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Two identities are one subject: from now on what is known of the first counts for the second. */
    @Transactional
    public void accept(long linkId, String reason, Actor actor) {
        Link link = links.get(linkId, actor.scope());
        String said = said(reason);
        if (actor.account().equals(link.notedBy())) {
            throw Refusal.conflict("link-own");
        }
        refuseWhileMerging();
        if (link.state() == Link.State.PROPOSED && book.taken(link.from().enterpriseId())) {
            throw Refusal.conflict("link-taken", link.from().name());
        }
        Instant now = clock.instant();
        mayTakeIn(link.from().enterpriseId(), link.to().enterpriseId(), actor);
        long delivery = book.delivery("link:%d:accept".formatted(linkId), actor, now);
        if (!book.accept(link, said, delivery, actor, now)) {
            throw Refusal.conflict("link-decided");
        }
        follow(
                LedgerEvent.LINK_ACCEPTED,
                link.id(),
                link.from().enterpriseId(),
                link.to().enterpriseId(),
                said,
                delivery,
                actor);
    }

    /** They are two subjects; the pair is not proposed again. */
    @Transactional
    public void refuse(long linkId, String reason, Actor actor) {
        Link link = links.get(linkId, actor.scope());
        String said = said(reason);
        if (!book.refuse(link, said, actor, clock.instant())) {
            throw Refusal.conflict("link-decided");
        }
        ledger.record(entry(
                LedgerEvent.LINK_REFUSED,
                link.id(),
                link.from().enterpriseId(),
                link.to().enterpriseId(),
                said,
                actor));
    }

    /** They are one subject though the registration names the reason no more. */
    @Transactional
    public void uphold(long linkId, String reason, Actor actor) {
        Link link = links.get(linkId, actor.scope());
        String said = said(reason);
        if (link.doubt() == null || !book.uphold(link, said, actor, clock.instant())) {
            throw Refusal.conflict("link-decided");
        }
        ledger.record(entry(
                LedgerEvent.LINK_UPHELD,
                link.id(),
                link.from().enterpriseId(),
                link.to().enterpriseId(),
                said,
                actor));
    }

    /** It was an error: what went with the one identity comes back to it. */
    @Transactional
    public void withdraw(long linkId, String reason, Actor actor) {
        Link link = links.get(linkId, actor.scope());
        String said = said(reason);
        refuseWhileMerging();
        Instant now = clock.instant();
        long delivery = book.delivery("link:%d:withdraw".formatted(linkId), actor, now);
        if (!book.withdraw(link, said, delivery, actor, now)) {
            throw Refusal.conflict("link-decided");
        }
        follow(
                LedgerEvent.LINK_WITHDRAWN,
                link.id(),
                link.from().enterpriseId(),
                link.to().enterpriseId(),
                said,
                delivery,
                actor);
    }

    /**
     * A person found an identity to be another one of the subject with this code; it still waits for somebody else to
     * accept it.
     */
    @Transactional
    public long propose(long fromId, String code, String reason, Actor actor) {
        enterprises.get(fromId, actor.scope());
        String tidy = TypedCode.tidy(code);
        long toId = enterprises
                .byCode(tidy, actor.scope())
                .orElseThrow(() -> Refusal.invalid("link-code-unknown", tidy))
                .id();
        String said = said(reason);
        mayTakeIn(fromId, toId, actor);
        Instant now = clock.instant();
        long delivery = book.delivery("link:%d:%d".formatted(fromId, toId), actor, now);
        long id = book.note(fromId, toId, said, delivery, actor, now).orElseThrow(() -> Refusal.conflict("link-known"));
        ledger.record(entry(LedgerEvent.LINK_PROPOSED, id, fromId, toId, said, actor));
        return id;
    }

    /** A load may take minutes, and nobody's page waits so long. */
    private void refuseWhileMerging() {
        if (!book.mergeRests()) {
            throw Refusal.conflict("link-while-merging");
        }
    }

    private void mayTakeIn(long fromId, long toId, Actor actor) {
        Enterprise to = enterprises.get(toId, actor.scope());
        if (to.creditCode() == null) {
            throw Refusal.invalid("link-without-code", to.name());
        }
        if (fromId == toId || to.sameAs() != null) {
            throw Refusal.conflict("link-of-other", to.name());
        }
    }

    private void follow(
            LedgerEvent event, long linkId, long fromId, long toId, String reason, long delivery, Actor actor) {
        ledger.record(entry(event, linkId, fromId, toId, reason, actor).with("delivery", delivery));
        followUps.regradeTouched(delivery, actor);
    }

    private static LedgerEntry entry(
            LedgerEvent event, long linkId, long fromId, long toId, String reason, Actor actor) {
        return LedgerEntry.of(event, actor, "link", linkId)
                .with("from", fromId)
                .with("to", toId)
                .because(reason);
    }

    private static String said(String reason) {
        String said = reason.strip();
        if (said.length() < REASON_MIN || said.length() > REASON_MAX) {
            throw Refusal.invalid("reason-length", REASON_MIN, REASON_MAX, said.length());
        }
        return said;
    }
}
