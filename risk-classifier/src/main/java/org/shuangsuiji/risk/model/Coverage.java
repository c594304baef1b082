package org.shuangsuiji.risk.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whom a model grades, and how much must be known before it does.
 *
 * @param statuses registration statuses; a deregistered enterprise is no longer graded
 * @param subjectKinds kinds of subject
 * @param registrationWanted without a registration an enterprise is not yet gradable
 * @param attributesKnownMin how many of the model's registration indicators must have a value
 */
public record Coverage(
        SortedSet<String> statuses,
        SortedSet<String> subjectKinds,
        boolean registrationWanted,
        int attributesKnownMin) {

    public Coverage {
        statuses = Collections.unmodifiableSortedSet(new TreeSet<>(statuses));
        subjectKinds = Collections.unmodifiableSortedSet(new TreeSet<>(subjectKinds));
    }

    public AttributeTest statusTest() {
        return new AttributeTest(Attribute.STATUS, statuses);
    }

    public AttributeTest subjectTest() {
        return new AttributeTest(Attribute.SUBJECT_KIND, subjectKinds);
    }
}
