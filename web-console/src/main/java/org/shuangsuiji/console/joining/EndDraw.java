package org.shuangsuiji.console.joining;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.PublishCampaign;
import org.shuangsuiji.sampling.AbandonDraw;
import org.shuangsuiji.sampling.FailDraw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a commitment without a draw, and tells the public in the same moment. */
@Service
public class EndDraw {
    private final AbandonDraw abandonDraw;
    private final FailDraw failDraw;
    private final PublishCampaign publishCampaign;

    EndDraw(AbandonDraw abandonDraw, FailDraw failDraw, PublishCampaign publishCampaign) {
        this.abandonDraw = abandonDraw;
        this.failDraw = failDraw;
        this.publishCampaign = publishCampaign;
    }

    @Transactional
    public void abandon(long campaignId, String reason, Actor actor) {
        publishCampaign.abandoned(abandonDraw.abandon(campaignId, reason, actor), reason, actor);
    }

    /**
     * Declares that a source and its fallback both stayed silent.
     *
     * @param place place among the rule's sources, from 0
     */
    @Transactional
    public void fail(long campaignId, int place, String reason, Actor actor) {
        publishCampaign.failed(failDraw.declare(campaignId, place, reason, actor), place, reason, actor);
    }
}
