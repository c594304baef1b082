package org.shuangsuiji.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Scope;

/** Where models and their versions are kept. */
public interface StoredModels {

    Model keep(Model model);

    ModelVersion keep(ModelVersion version);

    Optional<Model> byCode(String code);

    Optional<Model> model(long id);

    /** The same for who is about to change it or a version of it: whoever else is waits. */
    Optional<Model> modelToChange(long id);

    /** Whether it is there and the office's own, of the reader's subtree, or of a body above it. */
    boolean readable(long modelId, Scope scope);

    /** Whether it is there and of the subtree of who wants to change it, or the office's own and nobody stands beside them. */
    boolean changeable(long modelId, Scope scope);

    Optional<ModelVersion> version(long id);

    /** The same for who is about to change it: whoever else is waits until the present transaction ends. */
    Optional<ModelVersion> versionToChange(long id);

    int nextNumber(long modelId);

    boolean approvedWaits(long modelId);

    /** Whether an approved version's day has come. */
    boolean anyDueOn(LocalDate day);

    /** Approved versions whose day has come, for who puts them in force; others wait to change them. */
    List<ModelVersion> dueOn(LocalDate day);

    List<ModelSheet> sheets(Scope scope);

    /** All versions, the newest first. */
    List<ModelVersion> versions(long modelId);

    /** The models that grade today, whoever owns them. */
    List<ActiveModel> active();

    /** Those of them whose version in force has not graded everybody yet. */
    List<ActiveModel> owing();
}
