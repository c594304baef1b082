package org.shuangsuiji.console.identities;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shuangsuiji.console.enterprises.EnterprisePart;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.ingest.Enterprise;
import org.shuangsuiji.ingest.Link;
import org.shuangsuiji.ingest.LinkBeyond;
import org.shuangsuiji.ingest.Links;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** On the page of an enterprise: under what else it is known, or whose other identity it is. */
@Component
@Order(1)
class IdentityPart implements EnterprisePart {
    private final Links links;

    IdentityPart(Links links) {
        this.links = links;
    }

    @Override
    public Optional<String> fill(Enterprise enterprise, OfficeUser reader, Model model, Locale locale) {
        List<Link> ofIt = links.of(enterprise.id(), reader.actor().scope());
        model.addAttribute("identityLinks", ofIt);
        model.addAttribute(
                "identityOf",
                ofIt.stream()
                        .filter(link -> link.state() == Link.State.IN_FORCE
                                && link.from().enterpriseId() == enterprise.id())
                        .findFirst()
                        .orElse(null));
        List<LinkBeyond> beyond = links.beyond(enterprise.id(), reader.actor().scope());
        model.addAttribute("identityBeyond", beyond);
        model.addAttribute("identityOfBeyond", beyond.stream().anyMatch(LinkBeyond::counted));
        return Optional.of("ingest/identity-part");
    }
}
