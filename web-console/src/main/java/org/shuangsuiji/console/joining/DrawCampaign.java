package org.shuangsuiji.console.joining;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.OpenVisits;
import org.shuangsuiji.publication.PublishCampaign;
import org.shuangsuiji.sampling.RunDraw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws, opens the visits of what was drawn, and publishes seed and digests, all or nothing. */
@Service
public class DrawCampaign {
    private final RunDraw runDraw;
    private final OpenVisits openVisits;
    private final PublishCampaign publishCampaign;

    DrawCampaign(RunDraw runDraw, OpenVisits openVisits, PublishCampaign publishCampaign) {
        this.runDraw = runDraw;
        this.openVisits = openVisits;
        this.publishCampaign = publishCampaign;
    }

    @Transactional
    public RunDraw.Drawn draw(long campaignId, Actor actor) {
        RunDraw.Drawn drawn = runDraw.run(campaignId, actor);
        openVisits.afterDraw(drawn.drawId(), actor);
        publishCampaign.atDraw(drawn.drawId(), actor);
        return drawn;
    }
}
