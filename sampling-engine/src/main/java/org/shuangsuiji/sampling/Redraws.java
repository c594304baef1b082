package org.shuangsuiji.sampling;

import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells of an ended draw what draws it anew, and of a redraw what it draws anew and why. */
@Service
public class Redraws {
    private final CampaignRegister register;

    Redraws(CampaignRegister register) {
        this.register = register;
    }

    @Transactional(readOnly = true)
    public Redraw of(long campaignId, Scope scope) {
        Campaign campaign = register.find(campaignId, scope).orElseThrow(() -> Refusal.absent("campaign", campaignId));
        return new Redraw(
                register.drawnAnewBy(campaignId).orElse(null),
                campaign.supersedeReason().orElse(null),
                register.drawingAnew(campaignId).orElse(null));
    }
}
