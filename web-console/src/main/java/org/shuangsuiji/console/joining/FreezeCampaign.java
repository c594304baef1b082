package org.shuangsuiji.console.joining;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.PublishCampaign;
import org.shuangsuiji.sampling.FreezeFrame;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the lists of a campaign and announces its commitment, so that the office never knows longer than the public. */
@Service
public class FreezeCampaign {
    private final FreezeFrame freezeFrame;
    private final PublishCampaign publishCampaign;

    FreezeCampaign(FreezeFrame freezeFrame, PublishCampaign publishCampaign) {
        this.freezeFrame = freezeFrame;
        this.publishCampaign = publishCampaign;
    }

    @Transactional
    public FreezeFrame.Frozen freeze(long campaignId, Actor actor) {
        FreezeFrame.Frozen frozen = freezeFrame.freeze(campaignId, actor);
        publishCampaign.atFreeze(campaignId, actor);
        return frozen;
    }
}
