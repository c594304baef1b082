package org.shuangsuiji.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.risk.model.DefinitionChange;
import org.shuangsuiji.risk.model.ModelDefinition;
import tools.jackson.core.JacksonException;

class DefinitionTextTests {

    @Test
    void aDefinitionSurvivesBeingWrittenAndRead() {
        for (ModelDefinition definition : new ModelDefinition[] {AModel.general(), AModel.ofPenalties()}) {
            assertThat(DefinitionText.read(DefinitionText.write(definition))).isEqualTo(definition);
        }
    }

    @Test
    void theDigestKnowsOneWeightFromAnother() {
        ModelDefinition general = AModel.general();
        ModelDefinition other =
                DefinitionChange.ofWeights(general, Map.of("R030301", 8)).appliedTo(general);
        assertThat(DefinitionText.digest(DefinitionText.read(DefinitionText.write(general))))
                .isEqualTo(DefinitionText.digest(general));
        assertThat(DefinitionText.digest(other)).isNotEqualTo(DefinitionText.digest(general));
    }

    @Test
    void aNameThatTheProgramDoesNotKnowIsRefused() {
        String text = DefinitionText.write(AModel.ofPenalties()).replace("\"weight\"", "\"wieght\"");
        assertThatThrownBy(() -> DefinitionText.read(text)).isInstanceOf(JacksonException.class);
    }
}
