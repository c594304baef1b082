package org.shuangsuiji.console.joining;

import org.jspecify.annotations.Nullable;
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

    /**
     * Freezes the lists, as the page showed them.
     *
     * @param lockVersion the campaign's version on the page; null: as it is
     * @param furtherReason why a further list is needed beside those of its item, where there is one to name
     */
    @Transactional
    public FreezeFrame.Frozen freeze(
            long campaignId, @Nullable Integer lockVersion, @Nullable String furtherReason, Actor actor) {
        FreezeFrame.Frozen frozen = freezeFrame.freeze(campaignId, lockVersion, furtherReason, actor);
        publishCampaign.atFreeze(campaignId, actor);
        return frozen;
    }
}
