package org.shuangsuiji.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HiddenFacesTests {
    private static MockHttpServletResponse asked(Set<Face> faces, String path) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        new HiddenFaces(faces).doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @Test
    void aPortalAloneShowsNothingOfTheConsole() throws Exception {
        Set<Face> portal = EnumSet.of(Face.PORTAL);
        for (String shown : new String[] {"/", "/p/draws", "/css/portal.css", "/actuator/health"}) {
            assertThat(asked(portal, shown).getStatus()).as(shown).isEqualTo(200);
        }
        for (String hidden : new String[] {"/console", "/console/login", "/m", "/m/visits/1", "/api/draws/1"}) {
            assertThat(asked(portal, hidden).getStatus()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    void aConsoleAloneLeadsItsBareAddressToTheConsole() throws Exception {
        Set<Face> console = EnumSet.of(Face.CONSOLE);
        assertThat(asked(console, "/").getRedirectedUrl()).isEqualTo("/console");
        assertThat(asked(console, "/p/draws").getStatus()).isEqualTo(404);
        assertThat(asked(console, "/console/campaigns").getStatus()).isEqualTo(200);
    }

    @Test
    void aPhoneCanSignInWithoutTheConsole() throws Exception {
        Set<Face> phone = EnumSet.of(Face.PHONE);
        assertThat(asked(phone, "/m").getStatus()).isEqualTo(200);
        assertThat(asked(phone, "/console/login").getStatus()).isEqualTo(200);
        assertThat(asked(phone, "/console/campaigns").getStatus()).isEqualTo(404);
    }

    @Test
    void noFaceAtAllIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new HiddenFaces(Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shuangsuiji.faces");
    }
}
