package org.shuangsuiji.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DepartmentTests {

    @Test
    void theRootHasNobodyAboveItAndTheOthersHaveTheBodyBefore() {
        assertThat(at(1, "/1/").superiorId()).isEmpty();
        assertThat(at(4, "/1/4/").superiorId()).contains(1L);
        assertThat(at(9, "/1/4/9/").superiorId()).contains(4L);
    }

    private static Department at(long id, String path) {
        return new Department(id, path, "X", "X", Department.Level.COUNTY, "X", new Region("150581"));
    }
}
