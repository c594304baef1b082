package org.shuangsuiji.console.grades;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shuangsuiji.console.enterprises.EnterprisePart;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.ingest.Enterprise;
import org.shuangsuiji.risk.PushedGrade;
import org.shuangsuiji.risk.PushedGrades;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What other bodies say of an enterprise, for those who may read grades. */
@Component
class PushedGradesPart implements EnterprisePart {
    private static final Set<Role> READERS =
            EnumSet.of(Role.CREDIT_OFFICE, Role.ADMINISTRATOR, Role.AUDITOR, Role.PLANNER);

    private final PushedGrades pushed;

    PushedGradesPart(PushedGrades pushed) {
        this.pushed = pushed;
    }

    @Override
    public Optional<String> fill(Enterprise enterprise, OfficeUser reader, Model model, Locale locale) {
        if (Collections.disjoint(READERS, reader.roles())) {
            return Optional.empty();
        }
        List<PushedGrade> grades = pushed.of(enterprise.id(), reader.actor());
        model.addAttribute("pushedGrades", grades);
        return grades.isEmpty() ? Optional.empty() : Optional.of("risk/pushed-part");
    }
}
