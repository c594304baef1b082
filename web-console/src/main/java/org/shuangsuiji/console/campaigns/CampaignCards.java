package org.shuangsuiji.console.campaigns;

import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.sampling.Campaign;
import org.shuangsuiji.sampling.CampaignRow;
import org.shuangsuiji.sampling.Campaigns;
import org.springframework.stereotype.Component;

/** Which campaigns wait for a planner. */
@Component
class CampaignCards implements HomeCards {
    private static final int FIRST = 20;
    private static final int LATEST = 200;

    private final Campaigns campaigns;

    CampaignCards(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        if (!reader.roles().contains(Role.PLANNER)) {
            return List.of();
        }
        List<CampaignRow> rows = campaigns.list(reader.actor().scope(), Long.MAX_VALUE, LATEST);
        return List.of(
                card(FIRST, "home.campaigns.planned", "list-check", rows, Campaign.State.PLANNED),
                card(FIRST + 1, "home.campaigns.frozen", "dice", rows, Campaign.State.FROZEN));
    }

    /** Leads to the campaign itself when there is only one. */
    private static HomeCard card(int order, String label, String icon, List<CampaignRow> rows, Campaign.State state) {
        List<CampaignRow> some =
                rows.stream().filter(row -> row.state() == state).toList();
        String href = some.size() == 1 ? "/console/campaigns/" + some.get(0).id() : "/console/campaigns";
        return new HomeCard(order, label, HomeCard.number(some.size()), label + ".note", href, icon);
    }
}
