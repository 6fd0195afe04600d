package dev.sigmoid.web.load;

import java.util.function.IntConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AdmissionTests {

	private static final int LARGE = 10_000;

	private static final int MEMORY = 16_000_000;

	private final Admission admission = new Admission(LARGE, 2, MEMORY);

	private ServletRequestAttributes request = new ServletRequestAttributes(new MockHttpServletRequest());

	@BeforeEach
	void startRequest() {
		this.request = new ServletRequestAttributes(new MockHttpServletRequest());
		RequestContextHolder.setRequestAttributes(this.request);
	}

	@AfterEach
	void leaveThread() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void answersUpToTheThresholdAreNotCounted() {
		this.admission.admit(LARGE);
		assertThat(this.admission.largeAnswers()).isZero();
	}

	@Test
	void requestIsAdmittedOnceAndHoldsItsPlaceToItsEnd() {
		this.admission.admit(LARGE + 1);
		this.admission.admit(LARGE + 1);
		assertThat(this.admission.largeAnswers()).isEqualTo(1);
		this.request.requestCompleted();
		assertThat(this.admission.largeAnswers()).isZero();
	}

	@Test
	void oneTooManyIsRefusedAndCounted() {
		this.admission.admit(LARGE + 1);
		startRequest();
		this.admission.admit(LARGE + 1);
		startRequest();
		assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> this.admission.admit(LARGE + 1));
		assertThat(this.admission.refusedAnswers()).isEqualTo(1);
		assertThat(this.admission.largeAnswers()).isEqualTo(2);
		this.request.requestCompleted();
		assertThat(this.admission.largeAnswers()).as("who was refused has nothing to give back").isEqualTo(2);
	}

	@Test
	void batchTakesItsMemoryAsItGrowsAndGivesAllOfItBack() {
		IntConsumer batch = this.admission.batch();
		batch.accept(2048);
		batch.accept(4096);
		assertThat(this.admission.batchMemory()).isEqualTo(16 * 4096);
		this.request.requestCompleted();
		assertThat(this.admission.batchMemory()).isZero();
	}

	@Test
	void batchThatHasBecomeLargeIsALargeAnswerBeforeItIsHeldWhole() {
		IntConsumer batch = this.admission.batch();
		batch.accept(16_384);
		assertThat(this.admission.largeAnswers()).as("it holds 8,192 values").isZero();
		batch.accept(32_768);
		assertThat(this.admission.largeAnswers()).isEqualTo(1);
	}

	@Test
	void batchIsRefusedWhenTheOthersHaveTheMemory() {
		this.admission.batch().accept(1_000_000);
		ServletRequestAttributes first = this.request;
		startRequest();
		IntConsumer second = this.admission.batch();
		assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> second.accept(2048));
		assertThat(this.admission.refusedBatches()).isEqualTo(1);
		first.requestCompleted();
		second.accept(2048);
		assertThat(this.admission.batchMemory()).isEqualTo(16 * 2048);
	}

	@Test
	void largestBatchHasRoomInTheSmallestHeap() {
		long more = Runtime.getRuntime().maxMemory() / 16;
		Admission small = Admission.onThisMachine(LARGE, 4, (int) Math.min(more, Integer.MAX_VALUE));
		small.batch().accept((int) Math.min(more, Integer.MAX_VALUE));
		assertThat(small.refusedBatches()).isZero();
	}

}
