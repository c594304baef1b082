package org.shuangsuiji.sampling;

import java.util.List;

/** The form of a field of qualification (执法领域): a draw joins them by commas, so none may hold one (DR-1 §3). */
final class ScopeNames {
    private ScopeNames() {}

    static void check(List<String> scopes, TermFaults faults) {
        for (String scope : scopes) {
            faults.name(scope, 1, 40, "scopes");
            faults.unless(scope.indexOf(',') < 0, "scopes", "scope-comma", scope);
        }
    }
}
