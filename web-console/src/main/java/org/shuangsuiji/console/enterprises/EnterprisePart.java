package org.shuangsuiji.console.enterprises;

import java.util.Locale;
import java.util.Optional;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.ingest.Enterprise;
import org.springframework.ui.Model;

/** A section of an enterprise's page that another screen contributes, such as its grade and why. */
public interface EnterprisePart {

    /**
     * Puts what the section shows into the model; none for readers that it is not for.
     *
     * @return the template whose fragment {@code part} is the section
     */
    Optional<String> fill(Enterprise enterprise, OfficeUser reader, Model model, Locale locale);
}
