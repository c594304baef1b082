package org.shuangsuiji.console.planning;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TermsRefused;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Puts what was refused into the error summary of the form, each fault at its field where the form has that field. */
@Component
public class FormFaults {
    private final Problems problems;

    FormFaults(Problems problems) {
        this.problems = problems;
    }

    public void into(BindingResult form, Refusal refusal, Locale locale) {
        into(form, refusal, UnaryOperator.identity(), locale);
    }

    /**
     * The same where the form names its fields differently.
     *
     * @param nameOf from the field of the terms to the field of the form
     */
    public void into(BindingResult form, Refusal refusal, UnaryOperator<String> nameOf, Locale locale) {
        if (refusal instanceof TermsRefused terms) {
            into(form, terms.faults(), nameOf, locale);
        } else {
            problems.into(form, refusal, locale);
        }
    }

    /** The same with faults that were found and not yet refused. */
    public void into(BindingResult form, List<TermsRefused.Fault> faults, UnaryOperator<String> nameOf, Locale locale) {
        for (TermsRefused.Fault fault : faults) {
            String field = nameOf.apply(fault.field());
            String code = "fault." + fault.code();
            Object[] arguments = problems.readable(fault.arguments(), locale);
            if (form.getFieldType(field) == null) {
                form.reject(code, arguments, fault.code());
            } else {
                form.rejectValue(field, code, arguments, fault.code());
            }
        }
    }

    /** Faults as texts, where no form is near. */
    public List<String> texts(List<TermsRefused.Fault> faults, Locale locale) {
        return faults.stream().map(fault -> problems.text(fault, locale)).toList();
    }
}
