package org.shuangsuiji.console.models;

import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
import org.springframework.stereotype.Component;

/** Which versions of models wait for somebody. */
@Component
class ModelCards implements HomeCards {
    private static final int FIRST = 40;

    private final Models models;

    ModelCards(Models models) {
        this.models = models;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        if (!reader.roles().contains(Role.ADMINISTRATOR) && !reader.roles().contains(Role.CREDIT_OFFICE)) {
            return List.of();
        }
        List<ModelSheet> waiting = models.list(reader.actor()).stream()
                .filter(model -> model.openVersions() > 0)
                .toList();
        return List.of(new HomeCard(
                FIRST,
                "home.models.open",
                HomeCard.number(
                        waiting.stream().mapToLong(ModelSheet::openVersions).sum()),
                "home.models.open.note",
                waiting.size() == 1 ? "/console/models/" + waiting.get(0).id() : "/console/models",
                "adjustments"));
    }
}
