package org.shuangsuiji.console.ledger;

import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.springframework.stereotype.Component;

/** How long the chain is that an auditor may verify. */
@Component
class LedgerCards implements HomeCards {
    private static final int FIRST = 60;

    private final LedgerBook ledger;

    LedgerCards(LedgerBook ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        if (!reader.roles().contains(Role.AUDITOR)) {
            return List.of();
        }
        long length = ledger.head().map(LedgerBook.Head::seq).orElse(0L);
        return List.of(new HomeCard(
                FIRST,
                "home.ledger.length",
                HomeCard.number(length),
                "home.ledger.length.note",
                "/console/ledger/verification",
                "shield-check"));
    }
}
