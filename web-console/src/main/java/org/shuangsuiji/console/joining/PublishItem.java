package org.shuangsuiji.console.joining;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.PublishItems;
import org.shuangsuiji.sampling.Items;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an item into force or out of it together with the public list, which is never older than the office's. */
@Service
public class PublishItem {
    private final Items items;
    private final PublishItems publishItems;

    PublishItem(Items items, PublishItems publishItems) {
        this.items = items;
        this.publishItems = publishItems;
    }

    @Transactional
    public void publish(long itemId, Actor actor) {
        items.publish(itemId, actor).forEach(keeper -> publishItems.ofDepartment(keeper, actor));
    }

    @Transactional
    public void withdraw(long itemId, String reason, Actor actor) {
        items.withdraw(itemId, reason, actor);
        publishItems.ofDepartment(items.get(itemId, actor.scope()).departmentId(), actor);
    }
}
