package org.shuangsuiji.console.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/docs} says of the interface as a whole. */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {
    /** Where the words of the kinds of records stand. */
    public static final String KIND = Components.COMPONENTS_SCHEMAS_REF + "RecordKind";

    private static final String KEY = "apiKey";

    static {
        // who calls follows from the key; it is nothing to send along
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("shuangsuiji 双随机")
                        .version("1")
                        .description("Deliveries of credit records, grades and the bundles of draws. Every call "
                                + "carries the key of its client; errors are RFC 9457 problem details."))
                .components(new Components()
                        .addSchemas(
                                "RecordKind",
                                new StringSchema()
                                        ._enum(Arrays.stream(RecordKind.values())
                                                .map(RecordKind::word)
                                                .toList()))
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The key of an API client, made by an administrator")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
