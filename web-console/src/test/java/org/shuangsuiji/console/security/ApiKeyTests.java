package org.shuangsuiji.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.ApiClients;
import org.shuangsuiji.console.office.ManageApiClients;
import org.shuangsuiji.model.Actor;
import org.springframework.beans.factory.annotation.Autowired;

class ApiKeyTests extends ConsoleTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    ApiClients clients;

    @Autowired
    ManageApiClients manageClients;

    @Test
    void withoutAKeyASystemLearnsWhatIsMissing() throws Exception {
        var answer = get("/api/deliveries/999999999", null, "zh-CN");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("密钥").contains("\"status\":401");
        assertThat(get("/api/deliveries/999999999", null, "en").body()).contains("key");
    }

    @Test
    void aKeyWithoutTheScopeIsRefused() throws Exception {
        assertThat(get("/api/deliveries/999999999", anApiKey("draw:read"), "en").statusCode())
                .isEqualTo(403);
        assertThat(get("/api/deliveries/999999999", anApiKey("delivery:read"), "en")
                        .statusCode())
                .isNotIn(401, 403);
    }

    @Test
    void anAddressThatIsNoneIsNotTakenForAMissingScope() throws Exception {
        var answer = get("/api/deliverys", anApiKey("delivery:read"), "en");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/api/docs", "\"status\":404").doesNotContain("scope");
        assertThat(get("/api/deliverys", null, "en").statusCode())
                .as("a stranger learns nothing of addresses")
                .isEqualTo(401);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() throws Exception {
        String key = anApiKey("delivery:read");
        assertThat(get("/api/deliveries/999999999", key, "en").statusCode()).isNotEqualTo(401);
        long id = clients.byKeyHash(ManageApiClients.hash(key)).orElseThrow().id();
        manageClients.revoke(id, "lost", Actor.SYSTEM);
        assertThat(get("/api/deliveries/999999999", key, "en").statusCode()).isEqualTo(401);
    }

    @Test
    void theKeyOfADemoOpensNothingWhereNoDemoIs() throws Exception {
        String key = anApiKey("delivery:read");
        long id = clients.byKeyHash(ManageApiClients.hash(key)).orElseThrow().id();
        asOwner()
                .sql("update office.api_client set demo = true where id = :id")
                .param("id", id)
                .update();
        assertThat(get("/api/deliveries/999999999", key, "en").statusCode()).isEqualTo(401);
    }

    @Test
    void whoSendsManyBadKeysIsToldToWaitAndAGoodKeyStillGetsThrough() throws Exception {
        List<String> answers = new ArrayList<>();
        for (int sent = 0; sent < 80; sent++) {
            answers.add(fromAnotherAddress("ssj_guess" + sent));
        }
        assertThat(answers.get(0)).startsWith("HTTP/1.1 401");
        assertThat(answers.get(79)).startsWith("HTTP/1.1 429").contains("Retry-After: 60", "application/problem+json");
        assertThat(fromAnotherAddress(anApiKey("delivery:read"))).startsWith("HTTP/1.1 404");
        assertThat(get("/api/deliveries/999999999", "ssj_other", "en").statusCode())
                .as("other addresses")
                .isEqualTo(401);
    }

    /** The client of the JDK cannot choose where it calls from. */
    private String fromAnotherAddress(String key) throws IOException {
        try (var socket = new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                port,
                InetAddress.getByAddress(new byte[] {127, 0, 0, 9}),
                0)) {
            socket.getOutputStream()
                    .write(("GET /api/deliveries/999999999 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + key + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aKeyOpensNoPageOfTheConsole() throws Exception {
        assertThat(get("/console/people", anApiKey("delivery:read"), "en").statusCode())
                .isEqualTo(302);
    }

    private HttpResponse<String> get(String path, @Nullable String key, String language)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", language);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
