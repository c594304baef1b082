package org.shuangsuiji.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.RelatedMeasure;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The text of a definition: JSON with its names in order, so that the same definition always has the same digest. */
final class DefinitionText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(Measure.class, MeasureText.class)
            .build();

    private DefinitionText() {}

    /** Which of the three a measure is, by the name {@code type}; the heart itself knows no JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = AttributeMeasure.class, name = "attribute"),
        @JsonSubTypes.Type(value = RecordMeasure.class, name = "records"),
        @JsonSubTypes.Type(value = RelatedMeasure.class, name = "related")
    })
    private interface MeasureText {}

    static String write(ModelDefinition definition) {
        return JSON.writeValueAsString(definition);
    }

    static ModelDefinition read(String text) {
        return JSON.readValue(text, ModelDefinition.class);
    }

    static byte[] digest(ModelDefinition definition) {
        return Digests.sha256(write(definition).getBytes(StandardCharsets.UTF_8));
    }

    /** The model that an office starts with. */
    static ModelDefinition general() {
        try (InputStream in = DefinitionText.class.getResourceAsStream("general-model.json")) {
            if (in == null) {
                throw new IllegalStateException("general-model.json is missing from this jar");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("general-model.json cannot be read", e);
        }
    }
}
