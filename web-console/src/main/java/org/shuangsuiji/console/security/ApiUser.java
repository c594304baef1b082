package org.shuangsuiji.console.security;

import java.security.Principal;
import org.shuangsuiji.console.office.ApiClients;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.Scope;

/** A system that called with its key. */
public record ApiUser(ApiClients.Client client) implements Principal {

    /** The client acts for its department; the ledger keeps it as {@code api:<name>}. */
    public Actor actor() {
        return new Actor(
                "api:" + client.name(),
                client.name(),
                client.departmentId(),
                new Scope(client.departmentPath(), new Region(client.region()).prefix()));
    }

    @Override
    public String getName() {
        return "api:" + client.name();
    }
}
