package org.shuangsuiji.console.joining;

import java.time.LocalDate;
import java.util.List;
import org.shuangsuiji.ingest.Matter;
import org.shuangsuiji.ingest.MatterList;
import org.shuangsuiji.ingest.Matters;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.PublishMatters;
import org.shuangsuiji.publication.notice.PublicMatterList;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the next version of the list of matters together with what everybody may read of it. */
@Service
public class PublishMatterList {
    private final Matters matters;
    private final PublishMatters publishMatters;

    PublishMatterList(Matters matters, PublishMatters publishMatters) {
        this.matters = matters;
        this.publishMatters = publishMatters;
    }

    /** The id of the version; {@code seen} as in {@link Matters#publish}. */
    @Transactional
    public long publish(LocalDate effectiveOn, String seen, Actor actor) {
        long id = matters.publish(effectiveOn, seen, actor);
        publishMatters.publish(open(matters.list(id, actor.scope()), matters.matters(id, actor.scope())), actor);
        return id;
    }

    private static PublicMatterList open(MatterList list, List<Matter> rows) {
        return new PublicMatterList(
                list.id(),
                list.departmentId(),
                list.departmentName(),
                list.number(),
                list.effectiveOn(),
                list.publishedAt(),
                rows.stream().map(PublishMatterList::open).toList());
    }

    private static PublicMatterList.Matter open(Matter row) {
        var terms = row.terms();
        return new PublicMatterList.Matter(
                terms.code(),
                row.change().name(),
                terms.name(),
                List.copyOf(terms.kinds()),
                terms.fields(),
                terms.basis(),
                row.departmentName(),
                terms.frequency(),
                terms.share().name(),
                terms.open());
    }
}
