package org.shuangsuiji.risk;

import java.util.List;
import java.util.Optional;

/** The grade schemes that the office knows. */
public interface Schemes {

    List<GradeScheme> list();

    Optional<GradeScheme> find(String code);
}
